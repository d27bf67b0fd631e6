export { type ByteSource, fileSource, objectSource } from "./byte-source";
export { findPrograms, type MediaPrograms } from "./find-program";
export { type MediaFlaw, type MediaKind, type ProbedMedia, probe } from "./probe";
export { sniff } from "./sniff";
export { type Poster, type PosterOutcome, takePoster } from "./take-poster";
