/** The command that lets an account do with one client's files what this server does. */
export function clientPolicy(bucket: string, clientId: string): string {
  const prefix = `projects/_/buckets/${bucket}/objects/${clientId}/`;
  return [
    `gcloud storage buckets add-iam-policy-binding gs://${bucket} \\`,
    "  --member=serviceAccount:ACCOUNT@PROJECT.iam.gserviceaccount.com \\",
    "  --role=roles/storage.objectAdmin \\",
    `  --condition='title=vitrine-${clientId},expression=resource.name.startsWith("${prefix}")'`,
  ].join("\n");
}
