export { addClientKey, createKeyring } from "./create-keyring";
export { rewrapClientKeys } from "./rewrap-client-keys";
