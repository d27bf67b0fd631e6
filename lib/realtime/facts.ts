export const socketPath = "/ws";
