"use client";

import { type FormEvent, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { output, ZodType } from "zod";
import { ApiProblem } from "@/lib/sdk";

/** A second click of a double click comes before the button can show that it is busy. */
const DOUBLE_CLICK_MS = 500;

/**
 * The state of a form whose values a schema judges, which comes when something is typed: zod is heavy.
 * Errors show from the first try to send on.
 */
export function useForm<S extends ZodType, V extends Record<string, unknown>>(
  load: () => Promise<S>,
  initial: V,
) {
  const [values, setValues] = useState(initial);
  const [tried, setTried] = useState(false);
  const [refused, setRefused] = useState<readonly string[]>([]);
  const sent = useRef({ at: Number.NEGATIVE_INFINITY, values: initial });
  const [schema, setSchema] = useState<S>();
  const loading = useRef(load);
  const isLoading = useRef(false);
  /** With the first letter; without it then, the first try to send asks again. */
  function prepare() {
    if (isLoading.current) return;
    isLoading.current = true;
    loading.current().then(
      (loaded) => setSchema(() => loaded),
      () => {},
    );
  }
  const parsed = schema?.safeParse(values);
  const wrong = new Set(
    parsed?.error ? parsed.error.issues.map((issue) => String(issue.path[0])) : refused,
  );

  function set<K extends keyof V>(name: K, value: V[K]) {
    prepare();
    setRefused((paths) => paths.filter((path) => path !== name));
    setValues((current) => ({ ...current, [name]: value }));
  }

  return {
    values,
    set,
    isWrong: (name: keyof V & string) => tried && wrong.has(name),
    /** For an Input of text. */
    text: (name: keyof V & string) => ({
      name,
      value: String(values[name] ?? ""),
      // What was typed, or filled in by the browser, before this script was there.
      ref: (input: HTMLInputElement | null) => {
        if (input && input.value !== String(values[name] ?? ""))
          set(name, input.value as V[typeof name]);
      },
      onChange: (event: { target: { value: string } }) =>
        set(name, event.target.value as V[typeof name]),
    }),
    submit: (save: (output: output<S>) => void) => (event: FormEvent<HTMLFormElement>) => {
      event.preventDefault();
      const { currentTarget: form, timeStamp } = event;
      const judge = (schema: S) => {
        const result = schema.safeParse(values);
        flushSync(() => {
          setSchema(() => schema);
          setTried(true);
        });
        if (!result.success) {
          form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
          return;
        }
        const { at, values: before } = sent.current;
        // Something else than a moment ago is meant to be sent.
        if (timeStamp - at < DOUBLE_CLICK_MS && before === values) return;
        sent.current = { at: timeStamp, values };
        save(result.data);
      };
      if (schema) judge(schema);
      else void loading.current().then(judge);
    },
    /** Marks the fields that the server refused. */
    refuse: (error: unknown) => {
      if (error instanceof ApiProblem) {
        setRefused((error.problem.errors ?? []).map(({ path }) => path.split(".")[0] ?? ""));
      }
    },
  };
}
