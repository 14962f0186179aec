// SPDX-License-Identifier: Apache-2.0

const longestSide = 2560
const quality = 0.85

async function smaller(file: File): Promise<Blob | null> {
  const picture = await createImageBitmap(file)
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * scale)
  canvas.height = Math.round(picture.height * scale)
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality))
}

/** Phones take pictures of more bytes than are taken: such a one is drawn smaller. What is no picture stays as it is, to be refused by name. */
export async function fitting(file: File, mostBytes: number): Promise<File> {
  if (file.size <= mostBytes || !file.type.startsWith('image/')) return file
  const drawn = await smaller(file).catch(() => null)
  return drawn && drawn.size < file.size ? new File([drawn], `${file.name.replace(/\.[^.]*$/, '')}.jpg`, { type: 'image/jpeg' }) : file
}
