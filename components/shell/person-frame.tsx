import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CommandCenter } from "@/components/palette/command-center";
import { PaletteButton } from "@/components/palette/palette-button";
import { Button } from "@/components/ui/button";
import { PersonUploads } from "@/components/upload/person-uploads";
import { Logo } from "./logo";
import { PersonProvider, type SessionPerson } from "./session";
import { contentId, SkipLink } from "./skip-link";
import { Texts } from "./texts";
import { UserMenu } from "./user-menu";

/** Around the pages that belong to no client: the account, the list of clients. */
export function PersonFrame({ person, children }: { person: SessionPerson; children: ReactNode }) {
  const t = useTranslations("common");
  return (
    <Texts>
      <PersonProvider person={person}>
        <CommandCenter>
          <SkipLink />
          <header className="sticky top-0 z-30 border-b bg-canvas/95 pt-safe backdrop-blur-sm">
            <div className="mx-auto flex h-14 max-w-3xl items-center gap-3 px-safe">
              <Button asChild variant="ghost" size="icon" aria-label={t("back")} className="-ml-2">
                <Link href="/">
                  <ArrowLeft aria-hidden />
                </Link>
              </Button>
              <Logo />
              <div className="ml-auto flex items-center gap-2">
                <PaletteButton />
                <UserMenu />
              </div>
            </div>
          </header>
          <main
            id={contentId}
            tabIndex={-1}
            className="mx-auto w-full max-w-3xl px-safe pt-6 pb-16 outline-none"
          >
            {children}
          </main>
          <PersonUploads />
        </CommandCenter>
      </PersonProvider>
    </Texts>
  );
}
