export { attachSockets, type Sockets } from "./attach-sockets";
