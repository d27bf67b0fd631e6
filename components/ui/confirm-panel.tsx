"use client";

import { useTranslations } from "next-intl";
import { AlertDialog as Radix } from "radix-ui";
import { type ComponentProps, type ReactNode, useState } from "react";
import { Button } from "./button";
import { overlayStyle, panelStyle } from "./panel-style";
import { useReturnFocus } from "./use-return-focus";

export interface ConfirmPanelProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  confirmLabel: ReactNode;
  /** The dialog stays open and busy until a promise ends; it closes when that succeeded. */
  onConfirm: () => unknown;
  danger?: boolean;
}

export function ConfirmPanel({
  open,
  onOpenChange,
  title,
  description,
  confirmLabel,
  onConfirm,
  danger = false,
}: ConfirmPanelProps) {
  const t = useTranslations("common");
  const [busy, setBusy] = useState(false);

  async function confirm() {
    setBusy(true);
    try {
      await onConfirm();
      onOpenChange(false);
    } catch {
      // Whoever made the promise tells what went wrong; the question stays open for another try.
    } finally {
      setBusy(false);
    }
  }

  return (
    <Radix.Root open={open} onOpenChange={(next) => busy || onOpenChange(next)}>
      <Radix.Portal>
        <Radix.Overlay className={overlayStyle} />
        <ConfirmContent
          data-panel
          className={panelStyle}
          {...(description ? {} : { "aria-describedby": undefined })}
        >
          <div className="overflow-y-auto p-5">
            <Radix.Title className="text-lg font-semibold text-ink">{title}</Radix.Title>
            {description ? (
              <Radix.Description className="mt-2 text-sm text-muted">
                {description}
              </Radix.Description>
            ) : null}
          </div>
          <div className="flex flex-col-reverse gap-2 px-5 pb-5 sm:flex-row sm:justify-end">
            <Radix.Cancel asChild>
              <Button variant="outline" disabled={busy}>
                {t("cancel")}
              </Button>
            </Radix.Cancel>
            <Button
              variant={danger ? "danger" : "primary"}
              busy={busy}
              onClick={() => void confirm()}
            >
              {confirmLabel}
            </Button>
          </div>
        </ConfirmContent>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** Mounted only while it is open, so that each opening has its own way back. */
function ConfirmContent(props: ComponentProps<typeof Radix.Content>) {
  return <Radix.Content {...useReturnFocus()} {...props} />;
}
