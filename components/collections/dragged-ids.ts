const type = "application/x-vitrine-artifacts";

/** Files of the library on their way to a collection, within this window. */
export function putDraggedIds(transfer: DataTransfer, ids: readonly string[]): void {
  transfer.setData(type, JSON.stringify(ids));
  transfer.effectAllowed = "copy";
}

/** What is dragged is readable only once it is dropped; before that only its kind is. */
export function isDraggedIds(transfer: DataTransfer): boolean {
  return transfer.types.includes(type);
}

export function draggedIds(transfer: DataTransfer): string[] {
  const text = transfer.getData(type);
  return text ? (JSON.parse(text) as string[]) : [];
}
