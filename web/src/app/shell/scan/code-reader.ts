import { Injectable } from '@angular/core';

/** Reads the codes in sight of a camera. */
export interface ReadsCodes {
  read(picture: HTMLVideoElement): Promise<readonly string[]>;
}

/** What labels and makers print. */
const FORMATS = ['qr_code', 'code_128', 'data_matrix'] as const;

/** Where the build lays the reader's program. */
const PROGRAM = '/scan/zxing_reader.wasm';

/** Codes are read in the page, with a program that we serve ourselves and that comes with the first camera. */
@Injectable({ providedIn: 'root' })
export class CodeReader {
  private loading: Promise<ReadsCodes> | undefined;

  load(): Promise<ReadsCodes> {
    this.loading ??= this.loadNow().catch((error: unknown) => {
      // The next camera tries again.
      this.loading = undefined;
      throw error;
    });
    return this.loading;
  }

  private async loadNow(): Promise<ReadsCodes> {
    const { BarcodeDetector, prepareZXingModule } = await import('barcode-detector/ponyfill');
    await prepareZXingModule({
      overrides: { locateFile: () => new URL(PROGRAM, document.baseURI).href },
      fireImmediately: true,
    });
    const detector = new BarcodeDetector({ formats: [...FORMATS] });
    return { read: async (picture) => (await detector.detect(picture)).map(({ rawValue }) => rawValue) };
  }
}
