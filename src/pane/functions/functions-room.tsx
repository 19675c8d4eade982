export function FunctionsRoom() {
  return null;
}
