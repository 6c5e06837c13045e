import { Component } from '@angular/core';

/** The picture of the sign-in page: a school, a laptop and a tablet drawn in chalk. Says nothing a reader needs. */
@Component({
  selector: 'parc-chalkboard',
  host: { 'aria-hidden': 'true' },
  template: `
    <svg viewBox="0 0 392 172" focusable="false">
      <rect width="392" height="164" rx="12" class="board" />
      <rect x="5" y="5" width="382" height="154" rx="8" class="frame" />
      <g class="chalk">
        <path d="M36 86 80 58l44 28M44 82v42h72V82M72 124v-25h16v25M56 92h9v11h-9zM95 92h9v11h-9z" />
        <path d="M80 58V40h16l-4 5 4 5H80" />
        <path d="M182 86h54v38h-54zM172 132h74" />
        <path d="M298 74h40v58h-40zM314 126h10" />
      </g>
      <path class="chalk faint" d="M195 98h17M195 107h28M306 84h24M306 93h15" />
      <path
        class="chalk yellow"
        d="M126 112c12-11 30-11 42-3M254 110c12-10 28-9 38-1M40 147c70-5 140 4 200-1s80-1 108 2"
      />
      <rect x="300" y="157" width="40" height="7" rx="3.5" class="stick" />
      <rect x="346" y="157" width="22" height="7" rx="3.5" class="stick white" />
      <rect y="164" width="392" height="7" rx="3.5" class="ledge" />
    </svg>
  `,
  styles: `
    :host {
      display: block;
    }

    svg {
      display: block;
      width: 100%;
      height: auto;
    }

    .board {
      fill: #0f5b4a;
    }

    .frame {
      fill: none;
      stroke: rgb(255 255 255 / 16%);
    }

    .chalk {
      fill: none;
      stroke: #eef5f0;
      stroke-width: 2.5;
      stroke-linecap: round;
      stroke-linejoin: round;
    }

    .faint {
      stroke: rgb(255 255 255 / 60%);
    }

    .yellow {
      stroke: var(--chalk);
      stroke-width: 3;
    }

    .stick {
      fill: var(--chalk);
    }

    .white {
      fill: #fff;
    }

    .ledge {
      fill: var(--line);
    }
  `,
})
export class Chalkboard {}
