import { HttpClient, HttpEventType, HttpParams, HttpRequest } from '@angular/common/http';
import { Component, computed, inject, output, signal } from '@angular/core';
import { Api, type ImportAnswer, importsUpload } from '@parc/api-client';
import { Icon, Notice } from '@parc/ui';
import { lastValueFrom, tap } from 'rxjs';
import { IMPORT_KINDS, kindChoices, type ImportKind } from '@parc/domain';
import { sizeWords } from '../../shell/files/file-size';
import { mutation } from '../../shell/mutation';
import { IMPORT_KIND_WORDS, kindOfFile } from './import-kinds';

/** Takes a file, by hand or by drop, with the kind it is of; sends it and tells how far it has gone. */
@Component({
  selector: 'parc-upload-box',
  imports: [Icon, Notice],
  templateUrl: './upload-box.html',
  styleUrl: './upload-box.css',
})
export class UploadBox {
  /** The file is on the server and being read. */
  readonly received = output<ImportAnswer>();

  private readonly api = inject(Api);
  /** This page's own, which tells progress; the generated functions do not ask for it. */
  private readonly http = inject(HttpClient);

  protected readonly kinds = kindChoices(IMPORT_KINDS).map(({ value: kind, label }) => ({
    kind,
    label,
    ...IMPORT_KIND_WORDS[kind],
  }));
  protected readonly kind = signal<ImportKind | null>(null);
  protected readonly file = signal<File | null>(null);
  protected readonly over = signal(false);
  /** 0 to 1 */
  protected readonly sent = signal(0);
  protected readonly size = computed(() => sizeWords(this.file()?.size ?? 0));
  /** A kind is missing only once there is a file to read. */
  protected readonly kindMissing = computed(() => this.file() !== null && this.kind() === null);

  protected readonly sending = mutation((key, kind: ImportKind, file: File) => this.send(key, kind, file));
  /** What is wrong with the file says more than the general sentence. */
  protected readonly reason = computed(() => {
    const problem = this.sending.problem();
    return problem?.fields.find(({ name }) => name === 'file')?.message ?? problem?.sentence ?? '';
  });

  protected chooseKind(kind: ImportKind): void {
    this.sending.forget();
    this.kind.set(kind);
  }

  protected pick(box: HTMLInputElement): void {
    const file = box.files?.[0];
    // The same file may be picked again after it was corrected.
    box.value = '';
    if (file !== undefined) this.take(file);
  }

  protected drop(event: DragEvent): void {
    event.preventDefault();
    this.over.set(false);
    const file = event.dataTransfer?.files[0];
    if (file !== undefined) this.take(file);
  }

  protected hover(event: DragEvent, over: boolean): void {
    event.preventDefault();
    this.over.set(over);
  }

  protected async upload(): Promise<void> {
    const [kind, file] = [this.kind(), this.file()];
    if (kind === null || file === null) return;
    this.sent.set(0);
    const answer = await this.sending.run(kind, file);
    if (answer !== null) this.received.emit(answer);
  }

  private take(file: File): void {
    if (this.sending.pending()) return;
    this.sending.forget();
    this.file.set(file);
    this.kind.set(kindOfFile(file.name) ?? this.kind());
  }

  private async send(key: string, kind: ImportKind, file: File): Promise<ImportAnswer> {
    const body = new FormData();
    body.append('file', file, file.name);
    const request = new HttpRequest<FormData>('POST', this.api.rootUrl + importsUpload.PATH, body, {
      params: new HttpParams({ fromObject: { kind } }),
      reportUploadProgress: true,
    });
    const events = this.http.request<ImportAnswer>(request.clone({ setHeaders: { 'Idempotency-Key': key } })).pipe(
      tap((event) => {
        if (event.type === HttpEventType.UploadProgress) this.sent.set(event.loaded / (event.total ?? file.size));
      }),
    );
    const last = await lastValueFrom(events);
    if (last.type !== HttpEventType.Response || last.body === null)
      throw new Error('The upload ended without an answer');
    return last.body;
  }
}
