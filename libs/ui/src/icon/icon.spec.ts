import { describe, expect, it } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import { Icon } from './icon.js';
import { ICON_DRAWINGS, type IconName } from './icon-drawings.js';

describe('an icon', () => {
  it('is drawn at the size asked and hidden from screen readers', async () => {
    const fixture = TestBed.createComponent(Icon);
    fixture.componentRef.setInput('name', 'cart');
    fixture.componentRef.setInput('size', 16);
    await fixture.whenStable();
    const host = fixture.nativeElement as HTMLElement;
    expect(host.getAttribute('aria-hidden')).toBe('true');
    expect(host.querySelector('svg')?.getAttribute('width')).toBe('16');
    expect(host.querySelector('path')?.getAttribute('d')).toBe(ICON_DRAWINGS.cart);
  });

  it.each(Object.keys(ICON_DRAWINGS) as IconName[])('"%s" stays on the grid of 24', (name) => {
    const absolute = [...ICON_DRAWINGS[name].matchAll(/[ML]\s*(-?[\d.]+)[ ,](-?[\d.]+)/g)];
    expect(absolute.length).toBeGreaterThan(0);
    for (const [, x, y] of absolute) {
      expect(Number(x)).toBeGreaterThanOrEqual(2);
      expect(Number(x)).toBeLessThanOrEqual(22);
      expect(Number(y)).toBeGreaterThanOrEqual(2);
      expect(Number(y)).toBeLessThanOrEqual(22);
    }
  });
});
