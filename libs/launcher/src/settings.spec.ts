import { describe, expect, it } from '@jest/globals';
import { StartRefusal } from './refusal.ts';
import { readLaunchSettings } from './settings.ts';

describe('The settings of npm start', () => {
  it('ask for nothing: port 3000, embedded database, demonstration plan', () => {
    expect(readLaunchSettings({})).toEqual({
      host: '0.0.0.0',
      port: 3000,
      publicUrl: 'http://localhost:3000',
      databaseUrl: null,
      demonstration: 'on',
    });
  });

  it('take an empty value for one that was not given', () => {
    expect(readLaunchSettings({ HOST: '', PORT: '', PUBLIC_URL: '', DATABASE_URL: '', DEMO: '' })).toEqual(
      readLaunchSettings({}),
    );
  });

  it('are read from the environment', () => {
    const given = {
      HOST: '127.0.0.1',
      PORT: '8080',
      PUBLIC_URL: 'https://parc.example',
      DATABASE_URL: 'postgresql://a:b@base:5432/parc',
      DEMO: 'off',
    };
    expect(readLaunchSettings(given)).toEqual({
      host: '127.0.0.1',
      port: 8080,
      publicUrl: 'https://parc.example',
      databaseUrl: 'postgresql://a:b@base:5432/parc',
      demonstration: 'off',
    });
  });

  it.each([
    ['PORT', 'abc', '1 à 65535'],
    ['PORT', '0', '1 à 65535'],
    ['PORT', '65536', '1 à 65535'],
    ['PORT', '80.5', '1 à 65535'],
    ['DEMO', 'yes', 'on ou off'],
  ])('refuse %s=%s in one line that says what is expected', (name, value, expected) => {
    const read = () => readLaunchSettings({ [name]: value });
    expect(read).toThrow(StartRefusal);
    expect(read).toThrow(new RegExp(`^Le réglage ${name} .*${value}.*${expected}.*$`));
  });

  it.each(['base:5432', 'mysql://base/parc', 'postgres'])('refuse DATABASE_URL=%s', (value) => {
    expect(() => readLaunchSettings({ DATABASE_URL: value })).toThrow('DATABASE_URL');
  });

  it('never print the secret of a wrong DATABASE_URL', () => {
    expect(() => readLaunchSettings({ DATABASE_URL: 'mysql://a:s3cret@base/parc' })).toThrow(/^(?!.*s3cret).*$/);
  });
});
