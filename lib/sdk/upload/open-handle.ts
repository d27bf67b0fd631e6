/** Not in TypeScript's DOM library, because only Chromium has it. */
interface Permitted extends FileSystemFileHandle {
  queryPermission?(options: { mode: "read" }): Promise<PermissionState>;
  requestPermission?(options: { mode: "read" }): Promise<PermissionState>;
}

/** The file behind a handle, asking the person when the browser wants that; in a click. */
export async function openHandle(handle: Permitted): Promise<File | undefined> {
  try {
    const allowed = await handle.requestPermission?.({ mode: "read" });
    return allowed === "granted" ? await handle.getFile() : undefined;
  } catch {
    return undefined;
  }
}

/** The same without asking anybody. */
export async function openAllowedHandle(handle: Permitted): Promise<File | undefined> {
  try {
    const allowed = await handle.queryPermission?.({ mode: "read" });
    return allowed === "granted" ? await handle.getFile() : undefined;
  } catch {
    return undefined;
  }
}
