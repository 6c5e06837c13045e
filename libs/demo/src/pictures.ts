import { crc32, deflateSync } from 'node:zlib';

/** A drawn picture that stands for a photo: nobody's classroom. */
export interface Picture {
  width: number;
  height: number;
  /** A PNG file. */
  content: Buffer;
}

type Colour = readonly [red: number, green: number, blue: number];
/** Where, in pixels, and in which colour of the palette. */
type Rectangle = readonly [left: number, top: number, width: number, height: number, colour: number];

const WIDTH = 480;
const HEIGHT = 360;

const WALLS: readonly Colour[] = [
  [232, 226, 212],
  [214, 224, 228],
  [226, 231, 214],
  [236, 220, 210],
];
export const WALL_TINTS = WALLS.length;

/** Wall first, then what stands before it. */
const PALETTE: readonly Colour[] = [
  [0, 0, 0],
  [176, 148, 112],
  [250, 250, 246],
  [54, 66, 74],
  [138, 190, 214],
  [120, 128, 130],
  [74, 122, 96],
  [206, 178, 140],
];
const [WALL, FLOOR, WHITE, DARK, SKY, GREY, GREEN, WOOD] = [0, 1, 2, 3, 4, 5, 6, 7];

/** Floor, skirting board and a window: the room itself. */
const ROOM: readonly Rectangle[] = [
  [0, 290, WIDTH, 70, FLOOR],
  [0, 280, WIDTH, 10, WHITE],
  [24, 50, 84, 120, WHITE],
  [30, 56, 34, 108, SKY],
  [68, 56, 34, 108, SKY],
];
const TABLE: readonly Rectangle[] = [
  [300, 250, 150, 10, WOOD],
  [310, 260, 8, 60, WOOD],
  [432, 260, 8, 60, WOOD],
];

/** What stands there before, and after, the installation. */
const SCENES = {
  place: [
    ...ROOM,
    [150, 70, 220, 120, GREEN],
    [150, 190, 220, 6, WOOD],
    [400, 236, 20, 20, WHITE],
    [406, 244, 3, 4, DARK],
    [412, 244, 3, 4, DARK],
    ...TABLE,
  ],
  work: [
    ...ROOM,
    [150, 60, 220, 138, DARK],
    [158, 68, 204, 122, WHITE],
    [172, 84, 90, 10, GREY],
    [172, 104, 150, 8, GREY],
    [172, 122, 130, 8, GREY],
    [258, 198, 6, 82, WHITE],
    [250, 206, 22, 6, GREY],
    ...TABLE,
    [340, 232, 44, 18, DARK],
    [334, 248, 56, 4, GREY],
  ],
} as const satisfies Record<string, readonly Rectangle[]>;
export type Scene = keyof typeof SCENES;

const drawn = new Map<string, Picture>();

/** One of the few pictures there are; @param tint 0 to WALL_TINTS - 1 */
export function pictureOf(scene: Scene, tint: number): Picture {
  const key = `${scene}/${tint}`;
  const known = drawn.get(key);
  if (known) return known;
  const picture = { width: WIDTH, height: HEIGHT, content: pngOf(SCENES[scene], WALLS[tint]!) };
  drawn.set(key, picture);
  return picture;
}

function pngOf(rectangles: readonly Rectangle[], wall: Colour): Buffer {
  // Each row begins with its filter: none.
  const rows = Buffer.alloc((WIDTH + 1) * HEIGHT, WALL);
  for (let y = 0; y < HEIGHT; y++) rows[y * (WIDTH + 1)] = 0;
  for (const [left, top, width, height, colour] of rectangles) {
    for (let y = top; y < top + height; y++) {
      const start = y * (WIDTH + 1) + 1 + left;
      rows.fill(colour, start, start + width);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  // Eight bits a pixel, from a palette.
  header.set([8, 3], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from([wall, ...PALETTE.slice(1)].flat())),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
