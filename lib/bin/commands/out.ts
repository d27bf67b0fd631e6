export type Out = NodeJS.WritableStream;
