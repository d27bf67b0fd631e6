import type { ReactNode } from "react";

interface PageHeaderProps {
  title: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
}

export function PageHeader({ title, description, actions }: PageHeaderProps) {
  return (
    <header className="mb-6 flex flex-wrap items-center gap-x-4 gap-y-1.5">
      <h1 className="flex min-h-10 min-w-0 flex-1 basis-36 items-center pointer-coarse:min-h-11 text-2xl font-semibold tracking-tight text-ink">
        {title}
      </h1>
      {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
      {description ? <p className="basis-full text-sm text-muted">{description}</p> : null}
    </header>
  );
}
