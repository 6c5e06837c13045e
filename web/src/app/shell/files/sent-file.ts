import { HttpClient, HttpParams } from '@angular/common/http';
import { inject } from '@angular/core';
import { Api } from '@parc/api-client';
import { firstValueFrom } from 'rxjs';
import type { Problem } from '../problem';

type Sending = <Answer>(
  key: string,
  path: string,
  file: File,
  query?: Readonly<Record<string, string>>,
) => Promise<Answer>;

/** Sends a form with a file, which the generated functions send as one only with its name. For an injection context. */
export function fileSending(): Sending {
  const [api, http] = [inject(Api), inject(HttpClient)];
  return <Answer>(key: string, path: string, file: File, query: Readonly<Record<string, string>> = {}) => {
    const body = new FormData();
    body.append('file', file, file.name);
    return firstValueFrom(
      http.post<Answer>(api.rootUrl + path, body, {
        params: new HttpParams({ fromObject: { ...query } }),
        headers: { 'Idempotency-Key': key },
      }),
    );
  };
}

/** What is wrong with the file says more than the general sentence. */
export const fileReason = (problem: Problem | null): string =>
  problem?.fields.find(({ name }) => name === 'file')?.message ?? problem?.sentence ?? '';
