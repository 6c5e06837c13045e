import { Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import {
  Api,
  moduleFilesAdd,
  moduleFilesTakeAway,
  type TrainingModuleFile,
  type TrainingModuleMade,
  type TrainingModuleSheet,
} from '@parc/api-client';
import { MODULE_MOST_FILES } from '@parc/domain';
import { ConfirmDialog, Icon, Toasts } from '@parc/ui';
import { ActProblem } from '../../shell/act-problem';
import { FileDrop } from '../../shell/files/file-drop';
import { sizeWords } from '../../shell/files/file-size';
import { fileReason, fileSending } from '../../shell/files/sent-file';
import { may } from '../../shell/may';
import { mutation } from '../../shell/mutation';

/** What is handed out at a training: links and files, for whoever reads the module; who writes it adds files and takes them away. */
@Component({
  selector: 'parc-training-module-files',
  imports: [ActProblem, ConfirmDialog, FileDrop, Icon],
  templateUrl: './module-files.html',
  styleUrl: './module-files.css',
})
export class TrainingModuleFiles {
  readonly module = input.required<TrainingModuleSheet>();
  /** A file was added or taken away. */
  readonly changed = output();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly send = fileSending();
  /** A former text of the module is read, not written. */
  private readonly writer = may('training-modules.write');
  protected readonly writes = computed(() => this.writer() && this.module().currentId === this.module().id);
  protected readonly hasRoom = computed(() => this.module().files.length < MODULE_MOST_FILES);
  protected readonly chosen = signal<TrainingModuleFile | null>(null);
  private readonly dialog = viewChild.required(ConfirmDialog);
  protected readonly sending = mutation((key, file: File) =>
    this.send<TrainingModuleMade>(key, moduleFilesAdd.PATH.replace('{id}', this.module().id), file, {
      label: labelOf(file.name),
    }),
  );
  protected readonly taking = mutation((key, { id: fileId }: TrainingModuleFile) =>
    this.api.invoke(moduleFilesTakeAway, { 'Idempotency-Key': key, id: this.module().id, fileId }),
  );
  protected readonly reason = computed(() => fileReason(this.sending.problem()));
  protected readonly size = sizeWords;
  protected readonly addressOf = ({ id }: TrainingModuleFile): string =>
    `/api/v1/training-modules/${this.module().id}/files/${id}`;

  protected async add(file: File): Promise<void> {
    if ((await this.sending.run(file)) === null) return;
    this.toasts.say('Le fichier est ajouté');
    this.changed.emit();
  }

  protected ask(file: TrainingModuleFile): void {
    this.chosen.set(file);
    this.dialog().open();
  }

  protected async takeAway(): Promise<void> {
    const file = this.chosen();
    if (file === null) return;
    const done = await this.taking.run(file);
    this.dialog().close();
    if (done === null) return;
    this.toasts.say('Le fichier est retiré');
    this.changed.emit();
  }
}

const MOST_CHARACTERS = 100;

/** The file's own name without its ending: what a link's name would be. */
export const labelOf = (fileName: string): string =>
  fileName
    .replace(/\.pdf$/i, '')
    .replaceAll('_', ' ')
    .trim()
    .slice(0, MOST_CHARACTERS) || 'Support';
