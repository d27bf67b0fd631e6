/** For hot paths: the call that `enqueue` makes, within a statement of one's own. */
export function addJobSql(parameters: {
  name: string;
  payload: string;
  jobKey: string;
  maxAttempts: string;
}): string {
  const { name, payload, jobKey, maxAttempts } = parameters;
  return `graphile_worker.add_job(${name}::text, ${payload}::json,
    max_attempts := ${maxAttempts}::int, job_key := ${jobKey}::text)`;
}
