export { changeItems } from "./change-items";
export { createCollection } from "./create-collection";
export { deleteCollection } from "./delete-collection";
export { listCollections } from "./list-collections";
export { updateCollection } from "./update-collection";
