export { createTag } from "./create-tag";
export { deleteTag } from "./delete-tag";
export { listTags } from "./list-tags";
export { tagArtifacts } from "./tag-artifacts";
export { updateTag } from "./update-tag";
