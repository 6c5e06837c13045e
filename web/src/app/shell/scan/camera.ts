import { Injectable } from '@angular/core';

/** Why there is no picture. */
export type NoCamera = 'refused' | 'missing' | 'failed';

/** A camera that is on. */
export interface OpenCamera {
  readonly stream: MediaStream;
  /** Null where it has no light. */
  readonly light: ((on: boolean) => Promise<void>) | null;
  close(): void;
}

/** The camera of this device, the one that looks away from its holder where there are two. */
@Injectable({ providedIn: 'root' })
export class Camera {
  async open(): Promise<OpenCamera | NoCamera> {
    // Absent where the address is not https.
    const devices = navigator.mediaDevices as MediaDevices | undefined;
    if (devices === undefined) return 'missing';
    try {
      const stream = await devices.getUserMedia({
        video: { facingMode: { ideal: 'environment' }, width: { ideal: 1280 }, height: { ideal: 720 } },
        audio: false,
      });
      return { stream, light: lightOf(stream), close: () => stream.getTracks().forEach((track) => track.stop()) };
    } catch (error) {
      return reasonOf(error);
    }
  }
}

function reasonOf(error: unknown): NoCamera {
  const { name } = error as DOMException;
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused';
  return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'missing' : 'failed';
}

/** Browsers know the light; their types do not yet. */
function lightOf(stream: MediaStream): OpenCamera['light'] {
  const [track] = stream.getVideoTracks();
  const able = (track?.getCapabilities as (() => { torch?: boolean }) | undefined)?.call(track).torch ?? false;
  if (track === undefined || !able) return null;
  return (on) => track.applyConstraints({ advanced: [{ torch: on } as MediaTrackConstraintSet] });
}
