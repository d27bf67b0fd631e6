"use client";

import { Fragment } from "react";
import { keyNames } from "./key-names";
import { useIsApple } from "./use-is-apple";

/** A combination as it is printed on the reader's keyboard. */
export function Keys({ combination }: { combination: string }) {
  const names = keyNames(combination, useIsApple());
  return (
    <kbd className="inline-flex items-center gap-1 font-sans">
      {names.map((name, index) => (
        <Fragment key={name}>
          {index > 0 ? <span className="sr-only">+</span> : null}
          <kbd className="grid min-h-6 min-w-6 place-items-center rounded-md border border-field/60 bg-raised px-1.5 font-medium font-sans text-ink text-xs">
            {name}
          </kbd>
        </Fragment>
      ))}
    </kbd>
  );
}
