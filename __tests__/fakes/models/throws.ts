export default function fill(): never {
  throw new Error('the provider broke');
}
