"""
The daily job as a pod, by the KubernetesPodOperator. Its XCom is the summary, which flexetl writes
to /airflow/xcom/return.json by itself; the volume outlives the pod.
"""

from datetime import timedelta

import pendulum
from airflow.providers.cncf.kubernetes.operators.pod import KubernetesPodOperator
from airflow.sdk import DAG
from kubernetes.client import models as k8s

with DAG(
    "flex_kubernetes",
    schedule="30 6 * * 2-6",
    start_date=pendulum.datetime(2024, 1, 1, tz="America/New_York"),
    catchup=False,
):
    KubernetesPodOperator(
        task_id="flex",
        image="flexetl:0.1.0",
        arguments=["run", "--query", "123456", "--archive", "/data/archive"],
        env_vars={
            "FLEXETL_TO": "postgres://?schema=flex",
            "FLEXETL_TOKEN_FILE": "/run/secrets/flex/token",
            "FLEXETL_SKIP_EXIT_CODE": "99",
        },
        # PGHOST, PGPORT, PGDATABASE, PGUSER, PGPASSWORD and PGSSLMODE.
        env_from=[k8s.V1EnvFromSource(secret_ref=k8s.V1SecretEnvSource(name="warehouse"))],
        volumes=[
            k8s.V1Volume(
                name="data",
                persistent_volume_claim=k8s.V1PersistentVolumeClaimVolumeSource(claim_name="flex"),
            ),
            k8s.V1Volume(name="token", secret=k8s.V1SecretVolumeSource(secret_name="flex-token")),
            k8s.V1Volume(name="tmp", empty_dir=k8s.V1EmptyDirVolumeSource()),
        ],
        volume_mounts=[
            k8s.V1VolumeMount(name="data", mount_path="/data"),
            k8s.V1VolumeMount(name="token", mount_path="/run/secrets/flex", read_only=True),
            k8s.V1VolumeMount(name="tmp", mount_path="/tmp"),
        ],
        container_security_context=k8s.V1SecurityContext(
            run_as_non_root=True,
            run_as_user=1000,
            read_only_root_filesystem=True,
            allow_privilege_escalation=False,
        ),
        security_context=k8s.V1PodSecurityContext(fs_group=1000),
        termination_grace_period=30,
        do_xcom_push=True,
        skip_on_exit_code=99,
        pool="ibkr_flex",
        retries=5,
        retry_delay=timedelta(minutes=15),
        execution_timeout=timedelta(hours=1),
    )
