"use client";

import { useTranslations } from "next-intl";
import { useFormats } from "@/components/library/use-formats";
import { levelOf } from "@/lib/quotas/facts";
import type { Usage } from "@/lib/quotas/schema";
import { UsageMeter } from "./usage-meter";

/** What a client has, of what it may have; without a limit only what it has. */
export function UsageSummary({ usage }: { usage: Usage }) {
  const t = useTranslations("quotas");
  const { size } = useFormats();
  const { usedBytes, reservedBytes, objects, maxBytes, maxObjects, maxFileBytes } = usage;
  const total = usedBytes + reservedBytes;
  const used = size(total);
  const bytes =
    maxBytes === null ? t("used", { used }) : t("usedOf", { used, max: size(maxBytes) });
  const files =
    maxObjects === null
      ? t("files", { count: objects })
      : t("filesOf", { count: objects, max: maxObjects });
  return (
    <div className="flex flex-col gap-4 text-sm">
      <div className="flex flex-col gap-1.5">
        <p className="font-medium text-ink tabular-nums">{bytes}</p>
        {maxBytes === null ? null : (
          <UsageMeter
            label={t("storage")}
            text={bytes}
            {...{ used: usedBytes, reserved: reservedBytes, max: maxBytes }}
            level={levelOf(total, maxBytes)}
          />
        )}
        {reservedBytes > 0 ? (
          <p className="text-muted">{t("reserved", { size: size(reservedBytes) })}</p>
        ) : null}
      </div>
      <div className="flex flex-col gap-1.5">
        <p className="font-medium text-ink tabular-nums">{files}</p>
        {maxObjects === null ? null : (
          <UsageMeter
            label={t("fileCount")}
            text={files}
            {...{ used: objects, max: maxObjects }}
            level={levelOf(objects, maxObjects)}
          />
        )}
      </div>
      {maxFileBytes === null ? null : (
        <p className="text-muted">{t("oneFile", { max: size(maxFileBytes) })}</p>
      )}
    </div>
  );
}
