import { contentTypeOf } from "./content-type";
import type { UploadItem } from "./upload-item";

export function newItem(id: string, file: File): UploadItem {
  return {
    id,
    name: file.name,
    contentType: contentTypeOf(file),
    sizeBytes: file.size,
    lastModified: file.lastModified,
    phase: "queued",
    sentBytes: 0,
  };
}
