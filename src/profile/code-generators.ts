/** Programs that write code which sources import, by whatever they are started. */
export const CODE_GENERATORS =
  /(?<![\w-])(?:go generate|prisma generate|graphql-codegen|gql-gen|lingui compile|paraglide-js compile|relay-compiler|openapi-typescript|orval|tsr generate|contentlayer2? build|velite|grpc_tools\.protoc)(?![\w-])/;
