import { Injectable, signal } from '@angular/core';

/** The short line of the title bar: "Brouillon enregistré à 16 h 42". The page that writes it clears it on leaving. */
@Injectable({ providedIn: 'root' })
export class SaveNote {
  private readonly note = signal('');
  readonly text = this.note.asReadonly();

  show(text: string): void {
    this.note.set(text);
  }

  clear(): void {
    this.note.set('');
  }
}
