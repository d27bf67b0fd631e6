export {
  getArtifact,
  getArtifactDetails,
  listArtifactHistory,
  listArtifacts,
  moveToSite,
  purgeArtifacts,
  restoreArtifacts,
  starArtifacts,
  trashArtifacts,
  updateArtifact,
} from "./artifacts";
export {
  acceptInvitation,
  changePassword,
  getInvitationLink,
  setUp,
  signOutEverywhere,
} from "./auth";
export {
  createClient,
  createSite,
  deleteSite,
  listClients,
  listSites,
  updateClient,
  updateSite,
} from "./clients";
export {
  changeItems,
  createCollection,
  deleteCollection,
  listCollections,
  updateCollection,
} from "./collections";
export { createUploads } from "./create-uploads";
export { createImport, listImports, retryImport } from "./imports";
export { clientsWithKeptUploads, forgetKeptUploads } from "./kept-uploads";
export {
  createInvitation,
  listInvitations,
  listMembers,
  removeMember,
  revokeInvitation,
  updateMember,
} from "./people";
export { getUsage, setQuota } from "./quotas";
export {
  deleteFinding,
  listFindings,
  listReconciliations,
  releaseFinding,
  startReconciliation,
} from "./reconciliations";
export { ApiProblem } from "./request";
export {
  createSavedView,
  deleteSavedView,
  listSavedViews,
  updateSavedView,
} from "./saved-views";
export {
  createPairing,
  type FetchedManifest,
  getManifest,
  getPairing,
  listArtifactScreens,
  listScreens,
  listUsage,
  type Pairing,
  pairScreen,
  removeScreen,
  updateScreen,
} from "./screens";
export { sendPoster } from "./send-poster";
export { onNewVersion } from "./server-version";
export { renewSession, type SignInOutcome, signIn, signOut } from "./session";
export { openSocket, type Socket, type SocketState } from "./socket";
export {
  closeProbe,
  examineStore,
  getStorageUse,
  listStores,
  openProbe,
  startCare,
} from "./stores";
export { createTag, deleteTag, listTags, tagArtifacts, updateTag } from "./tags";
export type { ChosenFile } from "./upload/chosen-file";
export { sendFile } from "./upload/send-file";
export { createSlots } from "./upload/slots";
export type { UploadEnv } from "./upload/upload-env";
export {
  canRetry,
  type Duplicate,
  isPending,
  isWaitingForPerson,
  type UploadItem,
} from "./upload/upload-item";
export type { UploadQueue, UploadSnapshot } from "./upload/upload-queue";
export type { UploadEvent } from "./upload/upload-state";
export { totalsOf, type UploadTotals } from "./upload/upload-totals";
export { abortUpload } from "./uploads";
export {
  deleteVersion,
  listVersions,
  restoreVersion,
  trimVideo,
} from "./versions";
