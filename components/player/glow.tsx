/** Evening light behind a shop window; it wanders, because panels burn in. */
export function Glow() {
  return (
    <div aria-hidden className="absolute inset-0 grid place-items-center overflow-hidden">
      <div className="size-[120vmax] shrink-0 animate-glow rounded-full bg-radial from-accent/25 via-accent/5 to-transparent to-65%" />
    </div>
  );
}
