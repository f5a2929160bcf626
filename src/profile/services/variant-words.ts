/** Words for how an image is built or what it stands on, not for what runs in it. */
const VARIANT =
  /^(?:jvm|prod|production|release|staging|(?:alpine|debian|ubuntu|ubi|rhel|centos|fedora|wolfi)\d*|bullseye|bookworm|trixie|focal|jammy|noble|slim|distroless|static|scratch|busybox|musl|glibc|nonroot|rootless|arm(?:64|hf|v\d)?|aarch64|amd64|x86(?:_64)?|windows|nanoserver|linux|gpu|cpu|cuda|multi|multistage|multiarch|arch|optimi[sz]ed|new|old|v\d+|\d[\d.]*)$/;

/** Whether a name says nothing but that: `alpine`, `distroless-static`, `debian12.slim`. */
export function saysVariant(name: string): boolean {
  return name
    .toLowerCase()
    .split(/[.-]/)
    .every((word) => VARIANT.test(word));
}
