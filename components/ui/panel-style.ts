export const overlayStyle = "fixed inset-0 z-50 animate-fade-in bg-scrim";

export const panelStyle =
  "fixed inset-x-0 bottom-0 z-50 flex max-h-[92dvh] animate-sheet-in flex-col rounded-t-2xl border bg-surface pb-safe shadow-xl outline-none sm:inset-auto sm:top-1/2 sm:left-1/2 sm:w-[calc(100vw-2rem)] sm:max-w-md sm:-translate-x-1/2 sm:-translate-y-1/2 sm:animate-pop-in sm:rounded-2xl";
