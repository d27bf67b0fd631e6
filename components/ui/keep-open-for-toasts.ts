/** For onInteractOutside: what a message offers can be taken while a dialog is open. */
export function keepOpenForToasts(event: Event): void {
  const { target } = event;
  if (target instanceof Element && target.closest("[data-sonner-toaster]")) event.preventDefault();
}
