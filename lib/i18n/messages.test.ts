import { readdirSync } from "node:fs";
import { createTranslator } from "use-intl/core";
import { describe, expect, it } from "vitest";
import { argumentsOf } from "./arguments-of";
import { locales } from "./locale";
import { messagesOf } from "./messages";

type Tree = { [key: string]: string | Tree };

const texts = {
  en: flatten(messagesOf("en") as Tree),
  "zh-CN": flatten(messagesOf("zh-CN") as Tree),
};

describe("texts in both languages", () => {
  it("have the same keys", () => {
    expect([...texts["zh-CN"].keys()].sort()).toEqual([...texts.en.keys()].sort());
  });

  it("take the same values", () => {
    const of = (locale: keyof typeof texts) =>
      Object.fromEntries([...texts[locale]].map(([key, text]) => [key, argumentsOf(text)]));
    expect(of("zh-CN")).toEqual(of("en"));
  });

  it("are never empty", () => {
    const all = locales.flatMap((locale) => [...texts[locale]]);
    expect(all.filter(([, text]) => text.trim() === "")).toEqual([]);
  });

  it.each(locales)("can be read as ICU messages in %s", (locale) => {
    const errors: string[] = [];
    const translate = createTranslator<Tree>({
      locale,
      messages: messagesOf(locale) as Tree,
      onError: (error) => errors.push(error.message),
    });
    for (const [key, text] of texts[locale]) {
      const values = Object.fromEntries(
        argumentsOf(text).map((name) => [name, text.includes(`<${name}>`) ? () => "" : 1]),
      );
      translate.rich(key as never, values as never);
    }
    expect(errors).toEqual([]);
  });

  it("come from the same files", () => {
    const files = (locale: string) => readdirSync(new URL(`./${locale}`, import.meta.url)).sort();
    expect(files("zh-CN")).toEqual(files("en"));
  });
});

describe("argumentsOf", () => {
  it("finds values, tags and what stands in branches, not the branches' words", () => {
    const message = "<b>{name}</b> has {count, plural, one {video} other {# of {total}}}";
    expect(argumentsOf(message)).toEqual(["b", "count", "name", "total"]);
  });

  it("refuses braces that do not match", () => {
    expect(() => argumentsOf("a {name")).toThrow();
    expect(() => argumentsOf("a } b")).toThrow();
  });
});

function flatten(tree: Tree, prefix = ""): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === "string"
        ? [[`${prefix}${key}`, value] as const]
        : [...flatten(value, `${prefix}${key}.`)],
    ),
  );
}
