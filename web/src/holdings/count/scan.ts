// SPDX-License-Identifier: Apache-2.0
// A QR code in what a camera sees: by the browser where it can, else by the decoder of `qr`, which is fetched only then.

interface Detector {
  detect: (video: HTMLVideoElement) => Promise<{ rawValue: string }[]>
}
interface DetectorClass {
  new (options: { formats: string[] }): Detector
  getSupportedFormats: () => Promise<string[]>
}
export type Read = (video: HTMLVideoElement) => Promise<string | null>

const widest = 640

async function byBrowser(): Promise<Read | null> {
  const { BarcodeDetector } = globalThis as unknown as { BarcodeDetector?: DetectorClass }
  if (!BarcodeDetector || !(await BarcodeDetector.getSupportedFormats()).includes('qr_code')) return null
  const detector = new BarcodeDetector({ formats: ['qr_code'] })
  return async (video) => (await detector.detect(video))[0]?.rawValue ?? null
}

async function byOurselves(): Promise<Read> {
  const { decodeQR } = await import('qr/decode.js')
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d', { willReadFrequently: true })
  return (video) => {
    const scale = Math.min(1, widest / video.videoWidth)
    canvas.width = Math.round(video.videoWidth * scale)
    canvas.height = Math.round(video.videoHeight * scale)
    if (!context || canvas.width === 0) return Promise.resolve(null)
    context.drawImage(video, 0, 0, canvas.width, canvas.height)
    try {
      return Promise.resolve(decodeQR(context.getImageData(0, 0, canvas.width, canvas.height)))
    } catch {
      // It throws where there is no code in the picture.
      return Promise.resolve(null)
    }
  }
}

export const reader = async (): Promise<Read> => (await byBrowser()) ?? byOurselves()

/** Browsers give the camera only to pages that came by https or from this machine. */
export const hasCamera = () => globalThis.isSecureContext && typeof navigator.mediaDevices?.getUserMedia === 'function'
