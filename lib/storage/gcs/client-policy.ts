/** The command that lets an account do with one client's files what this server does. */
export function clientPolicy(bucket: string, clientId: string): string {
  const objects = `projects/_/buckets/${bucket}/objects/${clientId}/`;
  // A listing is judged by the bucket and what the names begin with, and not by the objects.
  const listed = 'api.getAttribute("storage.googleapis.com/objectListPrefix", "")';
  const condition = {
    title: `vitrine-${clientId}`,
    expression: `resource.name.startsWith("${objects}") || ${listed}.startsWith("${clientId}/")`,
  };
  return [
    `gcloud storage buckets add-iam-policy-binding gs://${bucket} \\`,
    "  --member=serviceAccount:ACCOUNT@PROJECT.iam.gserviceaccount.com \\",
    "  --role=roles/storage.objectAdmin \\",
    `  --condition-from-file=/dev/stdin <<'END'\n${JSON.stringify(condition, null, 2)}\nEND`,
  ].join("\n");
}
