var e=/(^|\/)src\/(main\/resources|test|testFixtures|it|[a-z]\w*Test)\//;function s(t){return e.test(t)}export{s as a};
