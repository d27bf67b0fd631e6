export { request } from "./request";
export { sendBytes } from "./send-bytes";
export { storedArtifact } from "./stored-artifact";
export { type TestClient, type TestPerson, testClient } from "./test-client";
export { testRuntime, testSecrets } from "./test-runtime";
