export default function reply(): never {
  throw new Error('the provider broke');
}
