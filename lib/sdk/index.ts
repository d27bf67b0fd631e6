export { ApiProblem, type Problem, type RequestOptions } from "./request";
