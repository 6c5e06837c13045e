import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { expectAccessible } from '../testing/accessibility.js';
import { render, type Rendered } from '../testing/rendering.js';
import { PhotoPicker } from './photo-picker.js';

const photo = (name: string, bytes = 10, type = 'image/jpeg') => new File([new Uint8Array(bytes)], name, { type });

async function choose(picker: Rendered<PhotoPicker>, ...files: File[]): Promise<void> {
  const box = picker.one<HTMLInputElement>('input[type=file]');
  Object.defineProperty(box, 'files', { value: files, configurable: true });
  box.dispatchEvent(new Event('change'));
  await picker.fixture.whenStable();
}

describe('a photo picker', () => {
  const released: string[] = [];
  beforeEach(() => {
    released.length = 0;
    let made = 0;
    URL.createObjectURL = jest.fn(() => `blob:photo-${++made}`);
    URL.revokeObjectURL = (address) => void released.push(address);
  });

  it('shows what was chosen before it leaves', async () => {
    const picker = await render(PhotoPicker);
    await choose(picker, photo('salle-3.jpg'), photo('prise.png', 10, 'image/png'));
    expect(picker.all<HTMLImageElement>('img').map(({ alt }) => alt)).toEqual([
      'Photo 1, salle-3.jpg',
      'Photo 2, prise.png',
    ]);
    await expectAccessible(picker.host);
  });

  it('takes a photo back and frees its memory', async () => {
    const picker = await render(PhotoPicker);
    await choose(picker, photo('a.jpg'), photo('b.jpg'));
    await picker.click('[aria-label="Retirer la photo 1"]');
    expect(picker.component.files().map(({ name }) => name)).toEqual(['b.jpg']);
    expect(released).toEqual(['blob:photo-1']);
    picker.fixture.destroy();
    expect(released).toEqual(['blob:photo-1', 'blob:photo-2']);
  });

  it('refuses what is no photo or too heavy, keeps the rest and says why', async () => {
    const picker = await render(PhotoPicker, { maxMegabytes: 1 });
    await choose(picker, photo('note.pdf', 10, 'application/pdf'), photo('lourde.jpg', 1_100_000), photo('bonne.jpg'));
    expect(picker.component.files().map(({ name }) => name)).toEqual(['bonne.jpg']);
    expect(picker.text('[role=alert]')).toBe(
      'note.pdf n’est pas une photo (JPEG, PNG ou WebP). lourde.jpg dépasse 1 Mo.',
    );
  });

  it('stops at its maximum', async () => {
    const picker = await render(PhotoPicker, { max: 2 });
    await choose(picker, photo('a.jpg'), photo('b.jpg'), photo('c.jpg'));
    expect(picker.component.files()).toHaveLength(2);
    expect(picker.text('[role=alert]')).toBe('Au plus 2 photos : les dernières n’ont pas été prises.');
    expect(picker.all('input[type=file]')).toHaveLength(0);
  });
});
