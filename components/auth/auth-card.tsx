import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";

interface AuthCardProps {
  title: ReactNode;
  text?: ReactNode;
  children: ReactNode;
}

export function AuthCard({ title, text, children }: AuthCardProps) {
  return (
    <Card className="p-5 sm:p-7">
      <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
      {text ? <p className="mt-1.5 text-sm text-muted">{text}</p> : null}
      <div className="mt-5">{children}</div>
    </Card>
  );
}
