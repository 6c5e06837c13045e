import { describe, expect, it } from '@jest/globals';
import { formerUaiWords, mapAddress, telephoneWords, websiteAddress } from './school-facts-words';

const plain = (text: string): string => text.replace(/[\u202f\u00a0]/g, ' ');

describe('how to reach a school', () => {
  it('writes a telephone number by pairs', () => {
    expect(plain(telephoneWords('0477530000'))).toBe('04 77 53 00 00');
    expect(telephoneWords('+33477')).toBe('+33477');
  });

  it('makes a web address of a site, never something that runs', () => {
    expect(websiteAddress('ecole.example')).toBe('https://ecole.example');
    expect(websiteAddress('http://ecole.example')).toBe('http://ecole.example');
    expect(websiteAddress('javascript:alert(1)')).toBe('https://javascript:alert(1)');
  });

  it('opens the map where the position is known', () => {
    const address = { line1: null, line2: null, postalCode: null, latitude: 45.5, longitude: 4.25 };
    expect(mapAddress({ name: 'École (annexe)', address })).toBe('geo:45.5,4.25?q=45.5,4.25(%C3%89cole%20(annexe))');
    expect(mapAddress({ name: 'École', address: { ...address, latitude: null } })).toBeNull();
  });
});

describe('the codes of a school', () => {
  it('tells those it no longer has', () => {
    const uais = [
      { uai: '0420001A', from: '2020-09-01', to: null },
      { uai: '0420002B', from: '1998-09-01', to: '2020-08-31' },
    ];
    expect(formerUaiWords({ uai: '0420001A', uais }).map(plain)).toEqual([
      '0420002B, du 1er sept. 1998 au 31 août 2020',
    ]);
  });
});
