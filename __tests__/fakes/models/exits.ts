export default function reply(): never {
  process.exit(0);
}
