/**
 * SIGTERM to `npm start` ends npm and its shell but does not reach us, so we watch whether the
 * parent is still there.
 */
export function stopWithParent(stop: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    stop();
  }, 500);
  timer.unref();
}
