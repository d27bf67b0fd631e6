/** What a request asks for, by the name that AWS gives it. */
export function nameOf(method: string, key: string, query: URLSearchParams): string {
  if (key === "") return bucketOperation(method, query);
  const isMultipart = query.has("uploadId");
  switch (method) {
    case "PUT":
      return isMultipart ? "UploadPart" : "PutObject";
    case "GET":
      return isMultipart ? "ListParts" : "GetObject";
    case "HEAD":
      return "HeadObject";
    case "DELETE":
      return isMultipart ? "AbortMultipartUpload" : "DeleteObject";
    case "POST":
      return query.has("uploads") ? "CreateMultipartUpload" : "CompleteMultipartUpload";
    default:
      return method;
  }
}

function bucketOperation(method: string, query: URLSearchParams): string {
  const verb = method === "PUT" ? "Put" : "Get";
  if (query.has("cors")) return `${verb}BucketCors`;
  if (query.has("lifecycle")) return `${verb}BucketLifecycleConfiguration`;
  if (query.has("uploads")) return "ListMultipartUploads";
  if (method === "HEAD") return "HeadBucket";
  return method === "GET" ? "ListObjectsV2" : `${method}Bucket`;
}
