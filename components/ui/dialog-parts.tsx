"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { Button } from "./button";
import { cn } from "./cn";
import { keepOpenForToasts } from "./keep-open-for-toasts";
import { keyScroll } from "./key-scroll";
import type { OverlayRootProps } from "./late-overlay";
import { overlayStyle, panelStyle } from "./panel-style";
import { useReturnFocus } from "./use-return-focus";

export const Trigger = Radix.Trigger;
export const Close = Radix.Close;

export function Root({ byKey: _, ...rest }: OverlayRootProps) {
  return <Radix.Root {...rest} />;
}

interface ContentProps {
  title: ReactNode;
  description?: ReactNode;
  children?: ReactNode;
  /** Buttons; they stay in view while the content scrolls. */
  footer?: ReactNode;
  /** False where fields stand far down among other things: the focus would scroll to them. */
  focusField?: boolean;
  className?: string;
}

/** A sheet from below on phones, a centred window from sm up. */
export function Content({
  title,
  description,
  children,
  footer,
  focusField,
  className,
}: ContentProps) {
  const t = useTranslations("common");
  const returnFocus = useReturnFocus(focusField);
  return (
    <Radix.Portal>
      <Radix.Overlay className={overlayStyle} />
      <Radix.Content
        data-panel
        className={cn(panelStyle, className)}
        onInteractOutside={keepOpenForToasts}
        {...returnFocus}
        {...(description ? {} : { "aria-describedby": undefined })}
      >
        <div className="flex items-start gap-3 px-5 pt-5 pb-3">
          <div className="min-w-0 flex-1">
            <Radix.Title className="text-lg font-semibold text-ink">{title}</Radix.Title>
            {description ? (
              <Radix.Description className="mt-1 text-sm text-muted">
                {description}
              </Radix.Description>
            ) : null}
          </div>
          <Radix.Close asChild>
            <Button variant="ghost" size="icon" aria-label={t("close")} className="-mt-2 -mr-2">
              <X aria-hidden />
            </Button>
          </Radix.Close>
        </div>
        {children ? (
          <div ref={keyScroll} className="min-h-0 flex-1 overflow-y-auto px-5 pt-1 pb-5">
            <div>{children}</div>
          </div>
        ) : null}
        {footer ? (
          <div className="flex flex-col-reverse gap-2 border-t px-5 py-4 sm:flex-row sm:justify-end">
            {footer}
          </div>
        ) : null}
      </Radix.Content>
    </Radix.Portal>
  );
}
