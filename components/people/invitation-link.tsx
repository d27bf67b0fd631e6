"use client";

import { Check, Copy, Share2 } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useId, useRef, useState } from "react";
import { useClient } from "@/components/shell/session";
import { Button } from "@/components/ui/button";
import { DialogClose, DialogContent } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { QrCode } from "@/components/ui/qr-code";
import { toast } from "@/components/ui/toast";
import type { CreatedInvitation } from "@/lib/clients/schema";
import { copyText } from "./copy-text";

interface InvitationLinkProps {
  created: CreatedInvitation;
  onDone: () => void;
}

/** The only time that the link can be seen. */
export function InvitationLink({ created, onDone }: InvitationLinkProps) {
  const t = useTranslations("people");
  const common = useTranslations("common");
  const format = useFormatter();
  const { client } = useClient();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  const link = `${window.location.origin}/invite/${created.token}`;
  const date = format.dateTime(new Date(created.invitation.expiresAt), { dateStyle: "medium" });
  const isLocal = /^(localhost|127\.|\[::1\])/.test(window.location.host);

  async function copy() {
    if (await copyText(link, field.current)) setCopied(true);
    else toast.error(common("copyFailed"));
  }

  async function share() {
    const text = t("shareText", { client: client.name });
    // Rejects when people change their mind: nothing to tell.
    await navigator.share({ title: "Vitrine", text, url: link }).catch(() => {});
  }

  return (
    <DialogContent
      title={t("linkTitle")}
      description={t("linkText", { date })}
      footer={
        <DialogClose asChild>
          <Button variant="outline" onClick={onDone}>
            {common("done")}
          </Button>
        </DialogClose>
      }
    >
      <div className="flex flex-col gap-4">
        {isLocal ? (
          <p className="rounded-lg bg-warning-soft px-3 py-2.5 text-sm text-warning">
            {t("localOnly")}
          </p>
        ) : null}
        <div className="flex flex-col gap-1.5">
          <Label htmlFor={id}>{t("link")}</Label>
          <Input
            id={id}
            ref={field}
            readOnly
            value={link}
            onFocus={(event) => event.target.select()}
          />
        </div>
        <div className="flex flex-wrap gap-2">
          <Button className="flex-1!" onClick={() => void copy()}>
            {copied ? <Check aria-hidden /> : <Copy aria-hidden />}
            <span aria-live="polite">{copied ? common("copied") : common("copy")}</span>
          </Button>
          {"share" in navigator ? (
            <Button variant="secondary" className="flex-1!" onClick={() => void share()}>
              <Share2 aria-hidden />
              {common("share")}
            </Button>
          ) : null}
        </div>
        <div className="flex flex-col items-center gap-2 pt-1">
          <QrCode text={link} label={t("qr")} className="size-44" />
          <p className="text-sm text-muted">{t("scan")}</p>
        </div>
      </div>
    </DialogContent>
  );
}
