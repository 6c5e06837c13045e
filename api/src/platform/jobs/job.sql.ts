/** The last run of each job: job, lastDay, startedAt, finishedAt, outcome and how it stands. */
export const LAST_RUNS = `select distinct on (job) job, due_on::text as "lastDay", started_at as "startedAt", finished_at as "finishedAt", outcome,
              case when failed then 'failed' when finished_at is null then 'running' else 'done' end as state
         from job_run order by job, due_on desc`;
