"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";
import { useUploadQueue } from "@/components/upload/upload-context";
import type { Client } from "@/lib/clients/schema";
import { SharedFile } from "./shared-file";
import { forgetSharedFiles } from "./shared-files";

interface ShareFormProps {
  files: readonly File[];
  clients: readonly Client[];
  clientId: string;
  onClient: (id: string) => void;
  onDiscarded: () => void;
}

export function ShareForm({ files, clients, clientId, onClient, onDiscarded }: ShareFormProps) {
  const t = useTranslations("pwa.share");
  const router = useRouter();
  const queue = useUploadQueue();

  function add() {
    queue.add([...files]);
    void forgetSharedFiles();
    // The queue goes on above the client's pages.
    router.push(`/c/${clientId}/library`);
  }

  return (
    <Card className="mx-auto flex max-w-md flex-col gap-5 p-5 sm:p-6">
      <div>
        <h1 className="font-semibold text-xl">{t("title")}</h1>
        <p className="mt-1 text-muted text-sm">{t("text", { count: files.length })}</p>
      </div>
      <ul className="flex max-h-72 flex-col gap-2 overflow-y-auto" aria-label={t("files")}>
        {files.map((file, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name; none moves
          <SharedFile key={index} file={file} />
        ))}
      </ul>
      {clients.length > 1 ? (
        <Field label={t("client")}>
          <NativeSelect
            name="client"
            value={clientId}
            onChange={({ target }) => onClient(target.value)}
          >
            {clients.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </NativeSelect>
        </Field>
      ) : null}
      <div className="flex flex-col gap-2">
        <Button size="lg" onClick={add}>
          {t("add", { count: files.length })}
        </Button>
        <Button variant="ghost" onClick={() => void forgetSharedFiles().then(onDiscarded)}>
          {t("discard")}
        </Button>
      </div>
    </Card>
  );
}
