/**
 * How words speak of what is not done without being asked for, in the languages that people here write. Beginnings of words, parted by `|`; one with
 * a space in it, or in a script without spaces, may stand anywhere. One that ends with a dot is a whole word: `public` is no `publi`.
 */
export const FAMILIES = {
  /** What stands in the same clause is denied. */
  not: "not|no|don't|dont|doesn't|can't|cannot|won't|isn't|aren't|shouldn't|mustn't|needn't|nothing.|none.|never|forbid|forbidd|prohibit|verbot|verbiet|cancel|instead of|rather than|nobod|neither|without|stop|skip|remov|drop|delet|disabl|avoid|refrain|except.|excepting.|excluding.|apart from|aside from|besides.|other than|außer.|sauf.|excepto.|salvo.|exceto.|tranne.|behalve.|oprócz.|кроме|nicht|kein|ohne|niemals|nie|stopp|pas|ne|sans|jamais|sin|nunca|não|nao|sem|non|mai|senza|niet|geen|zonder|nooit|bez|не|без|никогда|interdi|défend|éviter|évite.|évitez|evita|evite.|proíb|proib|vieta|vietat|verbod|zabron|zakaz|запрещ|нельзя|anstatt|statt.|anstelle|plutôt que|au lieu d|en lugar d|en vez d|em vez d|invece di|in plaats van|zamiast|вместо|不|别|勿|没|禁止|避免|ない|なし|やめ|지 마|지마|지 말|지말|いけません|いけない|だめ|ダメ|안 돼|안돼|안 된다|금지",
  lint: 'lint|style|static|code quality|sloppy|smell|vet|statisch|estil|lint|линт|リント|静的|린트|检查|代码风格',
  format:
    'format|prettier|fmt|gofmt|black|indent|whitespace|tidy|formatier|formatt|mise en forme|форматир|格式|整形|フォーマット|포맷',
  typecheck: 'type|types|typed|typing|typprüf|typen|tipo|tipos|tipi|typage|tsc|mypy|pyright|типы|типов|类型|型|타입',
  test: 'test|spec|specs|verif|pytest|jest|vitest|junit|suite|prüf|essai|prueba|prova|тест|测试|テスト|테스트|시험',
  build:
    'build|built|compil|packag|bundl|bau|bauen|baut|gebaut|übersetz|constru|compila|costru|bouw|zbud|kompil|сбор|собер|собир|компил|构建|编译|ビルド|コンパイル|빌드|컴파일',
  audit:
    'audit|vulnerab|dependen|advisor|cve|supply chain|outdated|abhängig|schwachst|sicherheits|dépend|dipenden|zależno|зависим|уязвим|аудит|依赖|漏洞|审计|依存|脆弱|監査|의존|취약|감사',
  'secret-scan':
    'secret|credential|leak|password|passwd|token|api key|gitleaks|geheim|zugangsdat|passwör|secreto|clave|contraseñ|segret|sekret|секрет|парол|密钥|秘密|密码|シークレット|パスワード|機密|비밀|시크릿',
  coverage: 'cover|abdeck|couvertur|cobertur|copertur|dekking|pokryci|покрыт|覆盖|カバレッジ|커버리지',
  push: 'push|publish.|publishes.|published.|publishing.|upload|registr|ship.|ships.|shipped.|release.|releases.|released.|releasing.|deliver|ghcr|docker hub|dockerhub|ecr|gcr|acr|hochlad|veröffentlich|schieb|pouss|publier.|publie.|publiez.|publions.|publié.|publiée.|publiés.|publicar.|publica.|publique.|publiquen.|publicado.|publicada.|envoi|subir|sub|enviar|pubblic|carica|invia|publiceer|duw|wypch|publik|отправ|публик|загруз|推送|发布|上传|公開|プッシュ|푸시|게시|배포',
  publish:
    'publish.|publishes.|published.|publishing.|release.|releases.|released.|releasing.|upload|ship.|ships.|shipped.|veröffentlich|publier.|publie.|publiez.|publions.|publié.|publiée.|publiés.|publicar.|publica.|publique.|publiquen.|publicado.|publicada.|pubblic|publiceer|opublik|публик|опублик|выпус|发布|上传|公開|パブリッシュ|게시|배포',
  deploy:
    'deploy|roll out|rollout|roll.|rolls.|rolled.|go to|goes.|bring.|put.|send.|onto.|land.|lands.|ship.|ships.|shipped.|promote.|promotes.|promoted.|promoting.|release.|releases.|released.|releasing.|ausroll|bereitstell|déploi|deploi|despleg|desplieg|implant|distribuir.|distribuisci.|uitrol|wdroż|wdroz|деплой|развер|выкат|部署|上线|デプロイ|배포',
  sign: 'sign|cosign|unsign|signier|signa|firm|assin|onderteken|podpis|подпис|签名|署名|서명',
  sbom: 'sbom|bill of materials|inventory|stückliste',
  provenance: 'provenance|trace|attest|slsa|herkunft|origin|proven',
  scan: 'scan|trivy|grype|cve|vuln|schwachstell|escan|analys|сканир|扫描|スキャン|스캔',
  image:
    'image|docker|container|oci|dockerfile|abbild|imagen|imagem|immagin|conteneur|contenedor|obraz|образ|контейнер|镜像|容器|イメージ|コンテナ|이미지|컨테이너',
  pipeline:
    'run|runs|running|pipeline|ci|workflow|trigger|start|kick|launch|action|execut|build|check|lauf|läuft|start|ausführ|exécut|lanc|ejecut|corr|rodar|esegu|avvi|draai|uruchom|запус|конвейер|运行|流水线|触发|実行|パイプライン|실행|파이프라인',
  version: 'version|releas|matrix|versión|versão|versie|wersj|верси|版本|バージョン|버전',
  mesh: 'mesh|istio|linkerd|sidecar',
  runner:
    'runner|self hosted|selfhosted|machine|hardware|server|label|runs on|gpu|arm|hosted|maschin|machin|máquina|macchin|раннер|машин|运行器|机器|ランナー|マシン|러너',
  time: 'timeout|time out|time limit|more time|too long|minute|min|hour|hr|limit|long|longer|cap|slow|abort|cancel|kill|patien|stund|dauer|frist|heur|durée|delai|délai|hora|tiemp|tempo|limite|ore|uur|tijd|godzin|czas|час|минут|врем|分钟|小时|超时|時間|分|タイムアウト|시간|분',
  schedule:
    "schedul|cron|daily|dail|day|night|nightly|weekly|week|hourly|hour|month|morning|evening|midnight|noon|monday|tuesday|wednesday|thursday|friday|saturday|sunday|o'clock|periodic|täglich|taglich|werktag|wochentag|nacht|nächt|woche|wöch|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|jour|nuit|semaine|hebdo|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|diari|noche|seman|lunes|martes|miércoles|jueves|viernes|noite|segunda|notte|settiman|dag|nacht|week|codzien|noc|tydzie|ежедн|ночь|ночью|недел|每天|每晚|每周|每日|夜间|定时|毎日|毎晩|毎週|スケジュール|매일|매주|매시간",
  approval:
    'approv|sign off|signoff|confirm|freigab|freigeb|genehmig|zustimm|approb|aprob|aprov|goedkeur|zatwierdz|одобр|подтвержд|批准|审批|承認|승인',
  windows: 'windows|win|виндовс',
  macos: 'mac|osx|apple|darwin|macos',
  linux: 'linux|ubuntu|debian',
  arm: 'arm|arm64|aarch64|graviton|apple silicon|multi|platform|architect|raspberry|plattform|plateforme|plataform|архитект|架构|平台|アーキテクチャ',
  push_event:
    'push|commit|merge|main|master|branch|zweig|branche|rama|ramo|gałą|ветк|коммит|推送|提交|分支|ブランチ|コミット|커밋|브랜치',
  pull_request: 'pull|pr|prs|merge request|mr|mrs|запрос|ревью|拉取|プルリク|풀 리퀘',
  tag: 'tag|tags|releas|version|étiquett|etiquet|version|veröffentlich|тег|релиз|верси|标签|版本|发布|タグ|リリース|태그|릴리스',
  manual:
    'manual|hand|button|dispatch|click|demand|ourselves|myself|knopf|bouton|botón|boton|botão|mano|ręczn|вручную|кнопк|手动|按钮|手動|ボタン|수동|버튼',
  merge_group: 'merge queue|queue|merge group|warteschlange|file d|cola|очеред|队列|キュー|대기열',
  branch:
    'main|master|default|trunk|branch|merge|lands|land|haupt|zweig|standard|défaut|principal|branche|rama|predetermin|padrão|ramo|standaard|główn|главн|ветк|主分支|默认|主干|合并|メイン|デフォルト|메인|기본',
  chart:
    'chart|helm|reach|expos|ingress|replica|scale|scaling|autoscal|instance|copies|copy|pod|cpu|memory|ram|host|domain|mesh|istio|linkerd|hpa|mib|gib|skalier|instanz|speicher|réplique|replique|mémoire|réplica|memoria|réplic|memória|реплик|памят|副本|内存|扩|レプリカ|メモリ|복제|메모리',
  all: 'all|every|everything|everywhere|each|whole|entire|both|pipeline|ci|repository|repo|project|alle|jede|ganz|überall|gesamt|tout|toute|tous|chaque|ensemble|todo|toda|cada|tudo|tutt|ogni|elk|iedere|wszystk|każd|все|всё|весь|каждый|所有|全部|每个|整个|全て|すべて|全部|모든|전체',
  database:
    'database|databas|db|sql|queue|broker|cache|container|store|datenbank|base de|base d|banco|bazy|baz|баз|数据库|データベース|데이터베이스',
} as const;
export type Family = keyof typeof FAMILIES;
